[#-- À qui s’inscrit une seconde fois. nom, titre, quand, lieu (peut être vide), situation (place, attente, demande ou venu), rang, rendre (adresse) --]
« ${titre} » : vous êtes déjà sur la liste
Bonjour ${nom},

Vous étiez déjà sur la liste de « ${titre} », ${quand}[#if lieu?has_content], ${lieu}[/#if] : [#if situation == "attente"]vous êtes au rang ${rang} de la liste d’attente.[#elseif situation == "demande"]votre demande attend sa réponse.[#else]votre place est gardée.[/#if] Rien n’a changé.

Pour ne plus y être, ou changer vos réponses en vous inscrivant de nouveau :
${rendre}

Ce que vous avez écrit est effacé trente jours après.
