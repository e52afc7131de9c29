package lint

// Builtin returns the built-in rules, by code.
func Builtin() []Rule {
	return []Rule{
		titleLength,
		illegalCharacter,
		noHanzi,
		missingCategory,
		multipleSubjects,
		missingAttributes,
		vagueSubject,
		subjectMismatch,
		brandMissing,
		irrelevantSymbol,
		irrelevantText,
		keywordStacking,
		brandPiggyback,
		celebrityPiggyback,
		hotWordHijack,
		absoluteClaim,
		efficacyClaim,
		unprovableClaim,
		offPlatform,
		counterfeitOrBanned,
	}
}
