[#-- À qui veut savoir si un événement change. titre, statut (annule, reporte, complet), adresse, arret --]
[#if statut == "annule"]Annulé[#elseif statut == "reporte"]Reporté[#else]Complet[/#if] : ${titre}
Bonjour,

[#if statut == "annule"]
« ${titre} » n’aura pas lieu.
[#elseif statut == "reporte"]
« ${titre} » est reporté. La nouvelle date, dès qu’elle est connue, est ici :
[#else]
« ${titre} » est complet.
[/#if]
${adresse}

Vous recevez ce message parce que vous avez demandé à être prévenu·e. Votre adresse est effacée un mois après l’événement.
Ne plus rien recevoir à ce propos, d’un appui : ${arret}
