-- newslint in Neovim: put this file into ~/.config/nvim/plugin/.
-- It needs `newslint lsp` on the PATH: pip install 'newslint[lsp]'.
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "text", "markdown", "html" },
  callback = function(opened)
    local config = vim.fs and vim.fs.find({ "newslint.toml", ".git" }, { upward = true })[1]
    local client = vim.lsp.start_client({
      name = "newslint",
      cmd = { "newslint", "lsp" },
      root_dir = config and vim.fs.dirname(config) or vim.fn.getcwd(),
      settings = { newslint = {} },
    })
    vim.lsp.buf_attach_client(opened.buf, client)
  end,
})
