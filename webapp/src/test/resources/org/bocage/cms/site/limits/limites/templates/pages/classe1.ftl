avant ${"freemarker.template.utility.ObjectConstructor"?new()("java.io.File", "/tmp")} apres
