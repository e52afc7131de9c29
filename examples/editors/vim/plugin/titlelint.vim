" titlelint in the location list: :Titlelint, and at every save of the files
" that g:titlelint_on_save names.
if exists('g:loaded_titlelint')
  finish
endif
let g:loaded_titlelint = 1

let s:format = '%f:%l:%c: %trror %m,%f:%l:%c: %tarning %m,%f:%l:%c: %tnfo %m,%-G%.%#'

function! s:lint() abort
  let l:command = get(g:, 'titlelint_command', 'titlelint') . ' check --format concise --fail-on never '
  let l:lines = systemlist(l:command . shellescape(expand('%:p')))
  if v:shell_error
    call setloclist(0, [], 'r')
    echohl ErrorMsg | echomsg join(l:lines, ' ') | echohl None
    return
  endif
  let l:items = getqflist({'lines': l:lines, 'efm': s:format}).items
  for l:item in l:items
    " titlelint counts characters, Vim counts bytes.
    let l:item.col = byteidxcomp(getline(l:item.lnum), l:item.col - 1) + 1
  endfor
  call setloclist(0, l:items, 'r')
  call setloclist(0, [], 'a', {'title': 'titlelint'})
endfunction

command! Titlelint call s:lint()

augroup titlelint
  autocmd!
  for s:pattern in get(g:, 'titlelint_on_save', [])
    execute 'autocmd BufWritePost ' . s:pattern . ' call s:lint()'
  endfor
augroup END
