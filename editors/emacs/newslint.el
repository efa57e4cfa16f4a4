;;; newslint.el --- newslint in Emacs by eglot -*- lexical-binding: t -*-
;; Put this into your init file. It needs `newslint lsp' on the PATH: pip install 'newslint[lsp]'.
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((text-mode markdown-mode html-mode) . ("newslint" "lsp"))))
(add-hook 'text-mode-hook #'eglot-ensure)
;;; newslint.el ends here
