avant ${model.class.protectionDomain} apres
