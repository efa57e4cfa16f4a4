-- Opens a story in a real Neovim, waits for its finding, takes the first fix, and saves.
local function expect(found, expected, what)
  if found ~= expected then
    io.stderr:write(what .. ": found " .. vim.inspect(found) .. ", expected " .. vim.inspect(expected) .. "\n")
    vim.cmd("cquit 1")
  end
end

local done = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
expect(done, true, "diagnostics within a minute")
local finding = vim.diagnostic.get(0)[1]
expect(finding.code, "units.wrong-conversion", "rule")
-- Neovim counts bytes, of which the car at the beginning has four.
expect(finding.lnum .. ":" .. finding.col .. "-" .. finding.end_col, "0:32-40", "place")

local place = { line = finding.lnum, character = 30 }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = { start = place, ["end"] = place },
  context = { diagnostics = {} },
}, 60000)
local action = vim.tbl_values(answers)[1].result[1]
expect(action.title, "Change to “50 miles” (unsafe)", "title")
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
vim.cmd("write")
expect(vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end, 50), true, "no diagnostics after the fix")
vim.cmd("qall")
