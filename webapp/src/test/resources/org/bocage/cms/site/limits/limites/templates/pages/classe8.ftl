avant ${ctx.getJCRSession("users").rootNode.getNode("admin").path} apres
