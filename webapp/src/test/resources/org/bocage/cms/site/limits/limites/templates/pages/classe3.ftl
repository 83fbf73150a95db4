avant ${cmsfn.children(content)?api.size()} apres
