[#-- À qui est invité·e. prenom, auteur (qui invite), portail (nom du site), adresse (une fois, sept jours), sansLien (où en demander un) --]
${auteur} vous ouvre l’espace « ${portail} »
Bonjour ${prenom},

${auteur} vous invite dans l’espace « ${portail} », où l’on écrit et relit ce qui paraît sur le site.

Pour choisir votre mot de passe et entrer :
${adresse}

Ce lien marche une fois, pendant sept jours. Ensuite, demandez à ${auteur} d’en renvoyer un.

Vous recevez ce message parce que ${auteur} a donné votre adresse. Si ce n’est pas pour vous, vous n’avez rien à faire.
