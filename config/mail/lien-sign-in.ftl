[#-- À qui entre par mail. prenom, portail, adresse (une fois, une heure), sansLien --]
Votre lien pour entrer
Bonjour ${prenom},

Pour entrer dans l’espace « ${portail} », ouvrez cette page et appuyez sur le bouton :
${adresse}

Ce lien marche une fois, pendant une heure. Ne le transmettez à personne.

Vous recevez ce message parce que quelqu’un a demandé un lien pour votre adresse. Si ce n’est pas vous, vous n’avez rien à faire.
