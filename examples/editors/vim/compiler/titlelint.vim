" Compiler file for titlelint, https://github.com/titlelint/titlelint
if exists('current_compiler')
  finish
endif
let current_compiler = 'titlelint'
CompilerSet makeprg=titlelint\ check\ --format\ concise\ --fail-on\ never\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tnfo\ %m,%-G%.%#
