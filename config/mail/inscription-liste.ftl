[#-- À qui organise, avec le lien de la liste. nom, titre, quand, pourquoi (demande, premiere, bientot ou lien), combien, liste (adresse) --]
« ${titre} » : [#if pourquoi == "demande"]quelqu’un demande une place[#elseif pourquoi == "premiere"]première inscription[#elseif pourquoi == "bientot"]qui vient ${quand}[#else]le nouveau lien de la liste[/#if]
Bonjour ${nom},

[#if pourquoi == "demande"]Quelqu’un demande une place pour « ${titre} », ${quand}, et attend votre réponse.[#elseif pourquoi == "premiere"]Quelqu’un a pris une place pour « ${titre} », ${quand}. C’est parti ![#elseif pourquoi == "bientot"]C’est bientôt : « ${titre} », ${quand}. Places prises : ${combien}. Qui a une place reçoit aussi un rappel.[#else]Voici le nouveau lien de la liste de « ${titre} ». L’ancien ne sert plus.[/#if]

Voir la liste, répondre, écrire à tout le monde, imprimer :
${liste}

Les réponses à vos messages, à vos oui, à vos non et au rappel arrivent à cette adresse. Gardez le lien pour vous : il montre des noms. Tout est effacé trente jours après le rendez-vous.
