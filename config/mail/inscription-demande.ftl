[#-- À qui demande une place, quand l’organisation répond à chaque demande. nom, titre, quand, lieu (peut être vide), rendre (adresse) --]
« ${titre} » : votre demande est arrivée
Bonjour ${nom},

Vous demandez une place pour « ${titre} », ${quand}[#if lieu?has_content], ${lieu}[/#if]. Les personnes qui organisent vous répondent : un mail vous le dira.

Retirer votre demande :
${rendre}

Ce que vous avez écrit est effacé trente jours après.
