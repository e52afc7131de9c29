package lint

// Builtin returns the built-in rules, by code.
func Builtin() []Rule {
	return []Rule{
		titleLength,
		illegalCharacter,
		noHanzi,
		shortTitle,
		missingCategory,
		multipleSubjects,
		missingAttributes,
		vagueSubject,
		subjectMismatch,
		brandMissing,
		irrelevantSymbol,
		irrelevantText,
		staleYear,
		keywordStacking,
		evasion,
		misspelling,
		brandPiggyback,
		celebrityPiggyback,
		hotWordHijack,
		absoluteClaim,
		efficacyClaim,
		unprovableClaim,
		offPlatform,
		restrictedCategory,
		counterfeitOrBanned,
		duplicateTitle,
		nearDuplicateTitle,
	}
}
