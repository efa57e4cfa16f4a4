// The extension: it starts `newslint lsp`, and asks for the reason of an ignore before it is written.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const SELECTOR = ["markdown", "plaintext", "html"].flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ scheme, language })));
// Commands of the server, which the client registers with the editor.
const IGNORE = "newslint.ignore";
const COMPARE = "newslint.compareStories";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("newslint.compare", compare),
    vscode.commands.registerCommand("newslint.restart", () => client?.restart()),
  );
  client = new LanguageClient("newslint", "newslint", server(), options());
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function server(): ServerOptions {
  const command = vscode.workspace.getConfiguration("newslint").get<string>("path") || "newslint";
  return { command, args: ["lsp"] };
}

function options(): LanguageClientOptions {
  return {
    documentSelector: SELECTOR,
    synchronize: { configurationSection: "newslint" },
    middleware: { executeCommand: withReason },
  };
}

type Execute = (command: string, args: unknown[]) => vscode.ProviderResult<unknown>;

// An ignore says why; whoever gives no reason has thought better of it.
async function withReason(command: string, args: unknown[], next: Execute): Promise<unknown> {
  if (command !== IGNORE) return next(command, args);
  const reason = await vscode.window.showInputBox({ prompt: "Why is this right as it stands?" });
  return reason === undefined ? undefined : next(command, [args[0], args[1], reason]);
}

async function compare(): Promise<void> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const folder = (open && vscode.workspace.getWorkspaceFolder(open)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showWarningMessage("newslint compares the stories of a folder; none is open.");
    return;
  }
  const count = await vscode.commands.executeCommand<number>(COMPARE, folder.uri.toString());
  void vscode.window.showInformationMessage(`newslint: ${count} findings across the stories of ${folder.name}.`);
}
