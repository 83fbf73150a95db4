avant ${content?api.node} apres
