[#-- À qui relit, quand une source n’a pas pu être lue trois fois de suite ; une seule fois. titre, prenom, erreur, adresse (fiche de la source) --]
« ${titre} » ne répond plus
Bonjour ${prenom},

Le portail n’a pas pu lire « ${titre} » trois fois de suite. Voici ce qui bloque :
${erreur}

Ce qui en est déjà venu reste en ligne, et on continue d’essayer. Vous pouvez vérifier l’adresse, ou débrancher cette source :
${adresse}

Vous recevez ce message parce que vous relisez ce qui est proposé sur le portail.
