[#-- À qui a posté une annonce, sept jours avant son dernier jour. prenom, titre, jour, relue, prolonger, trouve, retirer (adresses) --]
« ${titre} » : on prolonge ?
Bonjour ${prenom},

Votre annonce « ${titre} » quitte le portail le ${jour}. Dites-nous d’un clic ce qu’elle devient.

[#if relue]
La garder 30 jours de plus, après un coup d’œil de la relecture :
[#else]
La garder 30 jours de plus :
[/#if]
${prolonger}

C’est trouvé !
${trouve}

La retirer maintenant :
${retirer}

Sans réponse, elle s’en va toute seule le ${jour}.
