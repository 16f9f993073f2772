using System.CommandLine;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet completion</c>: the script that lets a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    // Every script calls the program itself with the directive [suggest:POSITION] of System.CommandLine.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # emohrnet completion bash >> ~/.bashrc
            _emohrnet() {
              local IFS=$'\n' words
              words=$(emohrnet "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2> /dev/null)
              COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _emohrnet emohrnet
            """,
        ["zsh"] = """
            # emohrnet completion zsh >> ~/.zshrc
            _emohrnet() {
              local -a words=("${(@f)$(emohrnet "[suggest:${CURSOR}]" "${BUFFER}" 2> /dev/null)}")
              compadd -a words
              _files
            }
            compdef _emohrnet emohrnet
            """,
        ["fish"] = """
            # emohrnet completion fish > ~/.config/fish/completions/emohrnet.fish
            complete -c emohrnet -a '(emohrnet "[suggest:"(commandline -C)"]" (commandline -p) 2> /dev/null)'
            """,
        ["pwsh"] = """
            # emohrnet completion pwsh >> $PROFILE
            Register-ArgumentCompleter -Native -CommandName emohrnet -ScriptBlock {
              param($word, $line, $position)
              emohrnet "[suggest:$position]" "$line" 2> $null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create()
    {
        Argument<string> shell = new("SHELL") { Description = string.Join(", ", Scripts.Keys) };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Command command = new("completion", "Prints the script that lets a shell complete commands and options.") { shell };
        command.SetAction(result =>
        {
            Console.WriteLine(Scripts[result.GetValue(shell)!]);
            return Answers.Success;
        });
        return command;
    }
}
