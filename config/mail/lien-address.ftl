[#-- À la nouvelle adresse d’un compte. prenom, portail, courriel, adresse (une fois, 24 heures), sansLien --]
Votre nouvelle adresse mail
Bonjour ${prenom},

Vous voulez que ${portail} vous écrive à ${courriel}. Pour confirmer, ouvrez cette page et appuyez sur le bouton :
${adresse}

Ce lien marche une fois, pendant un jour.

Vous recevez ce message parce que cette adresse a été donnée dans « Mon compte ». Si ce n’est pas vous, vous n’avez rien à faire : rien ne change.
