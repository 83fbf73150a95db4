avant ${cmsfn.class.classLoader} apres
