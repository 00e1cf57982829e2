using Ray.Operator.Commands;

return await RootCommands.InvokeAsync(args);
