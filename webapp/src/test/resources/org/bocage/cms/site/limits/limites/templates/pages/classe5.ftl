avant ${cmsfn.getClass().forName("java.lang.Runtime")} apres
