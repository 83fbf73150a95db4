[#-- À qui a laissé son adresse. quoi (ce qui arrivera), adresse (page qui confirme). Rien de ce qui a été tapé. --]
Être prévenu·e : un appui pour confirmer
Bonjour,

Cette adresse a été laissée sur le portail pour recevoir : ${quoi}. Pour que cela commence, ouvrez cette page et appuyez sur le bouton :
${adresse}

Sans réponse sous deux jours, l’adresse est effacée. Si ce n’est pas vous, vous n’avez rien à faire.
