[#-- À qui propose sans compte. adresse (page qui confirme), heures. Rien de ce qui a été tapé : l’adresse n’est pas encore vérifiée. --]
Votre proposition : un appui pour confirmer
Bonjour,

Vous venez de proposer quelque chose sur le portail. Pour nous l’envoyer, ouvrez cette page et appuyez sur le bouton :
${adresse}

Sans réponse sous ${heures} heures, tout est effacé. Si ce n’est pas vous, vous n’avez rien à faire.
