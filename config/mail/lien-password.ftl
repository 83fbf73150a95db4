[#-- À qui a oublié son mot de passe. prenom, portail, adresse (une fois, une heure), sansLien --]
Choisir un autre mot de passe
Bonjour ${prenom},

Pour choisir un autre mot de passe sur ${portail} :
${adresse}

Ce lien marche une fois, pendant une heure. Passé ce temps, demandez-en un autre :
${sansLien}

Vous recevez ce message parce que quelqu’un a demandé un mot de passe pour votre adresse. Si ce n’est pas vous, vous n’avez rien à faire : rien n’a changé.
