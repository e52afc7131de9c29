package lint

// Builtin returns the built-in rules, by code.
func Builtin() []Rule {
	return []Rule{
		titleLength,
		illegalCharacter,
		noHanzi,
		missingCategory,
		vagueSubject,
		irrelevantSymbol,
		keywordStacking,
		brandPiggyback,
		celebrityPiggyback,
	}
}
