[#-- À qui attend une place. nom, titre, quand, lieu, rang, rendre (adresse) --]
« ${titre} » : vous êtes sur la liste d’attente
Bonjour ${nom},

Toutes les places de « ${titre} », ${quand}, sont prises. Vous êtes au rang ${rang} de la liste d’attente : dès qu’une place se libère, elle est à vous, et un mail vous le dit.

Quitter la liste d’attente :
${rendre}

Ce que vous avez écrit est effacé trente jours après.
