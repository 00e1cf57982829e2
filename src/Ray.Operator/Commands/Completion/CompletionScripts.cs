namespace Ray.Operator.Commands.Completion;

/// <summary>
/// What shells need to complete the words of <c>ray-operator</c>: each script asks the program itself, and offers files where it has no answer.
/// </summary>
internal static class CompletionScripts
{
    /// <summary>The shells, each with its script.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };

    // Bash breaks words at "=" and ":" too, so only what follows the last of these may be answered.
    private const string Bash =
        """
        # bash completion for ray-operator: source <(ray-operator completion bash)
        _ray_operator() {
            local line="${COMP_LINE:0:COMP_POINT}" current="${COMP_WORDS[COMP_CWORD]}" word suggestion offset=0
            line="${line#*[[:space:]]}"
            word="${line##*[[:space:]]}"
            [[ "$current" == "=" ]] && current=""
            [[ "$word" == *"$current" ]] && offset=$((${#word} - ${#current}))
            COMPREPLY=()
            while IFS='' read -r suggestion; do
                COMPREPLY+=("${suggestion:offset}")
            done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
        }
        complete -o default -o nosort -F _ray_operator ray-operator 2>/dev/null || complete -o default -F _ray_operator ray-operator

        """;

    private const string Zsh =
        """
        #compdef ray-operator
        # zsh completion for ray-operator: source <(ray-operator completion zsh), after compinit
        _ray_operator() {
            local line="${(j: :)words[2,CURRENT-1]}" suggestions
            [[ -n "$line" ]] && line+=" "
            line+="${words[CURRENT]}"
            suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            suggestions=(${suggestions:#})
            if (( ${#suggestions} )); then
                compadd -- "${suggestions[@]}"
            else
                _files
            fi
        }
        if [[ "${funcstack[1]}" == "_ray_operator" ]]; then
            _ray_operator "$@"
        else
            compdef _ray_operator ray-operator
        fi

        """;

    private const string Fish =
        """
        # fish completion for ray-operator: ray-operator completion fish | source
        function __ray_operator_suggest
            set -l words (commandline -opc) (commandline -ct)
            set -l line (string join ' ' -- $words[2..-1])
            $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        function __ray_operator_has_suggestions
            set -g __ray_operator_suggestions (__ray_operator_suggest)
            test -n "$__ray_operator_suggestions"
        end
        complete -c ray-operator -f -n __ray_operator_has_suggestions -a '$__ray_operator_suggestions'

        """;

    private const string PowerShell =
        """
        # PowerShell completion for ray-operator: ray-operator completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName 'ray-operator', 'ray-operator.exe' -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $program = $commandAst.CommandElements[0].ToString()
            $length = $cursorPosition - $commandAst.Extent.StartOffset
            $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
            $line = $line.Substring([Math]::Min($program.Length + 1, $line.Length))
            & $program "[suggest:$($line.Length)]" $line 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;
}
