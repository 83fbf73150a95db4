avant ${"freemarker.template.utility.Execute"?new()("id")} apres
