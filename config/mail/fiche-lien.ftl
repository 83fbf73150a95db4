[#-- À l’adresse connue d’une structure, quand quelqu’un veut corriger sa fiche. titre, adresse (le formulaire, 72 heures, un envoi) --]
Mettre à jour la fiche « ${titre} »
Bonjour,

Quelqu’un a demandé à mettre à jour la fiche « ${titre} » sur le portail. Si c’est vous, le formulaire vous attend, rempli de ce qui est en ligne :
${adresse}

Ce lien sert trois jours, pour un envoi. Quelqu’un de l’équipe relit avant que cela paraisse.
Si ce n’est pas vous, vous n’avez rien à faire : rien ne change.
