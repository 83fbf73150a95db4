avant ${"freemarker.template.utility.JythonRuntime"?new()} apres
