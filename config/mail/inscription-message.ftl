[#-- Un message de l’organisation à qui est sur la liste. nom, titre, quand, sujet, message, de (peut être vide), joint (oui quand une réponse arrive aux personnes qui organisent), rendre (adresse) --]
« ${titre} » : ${sujet}
Bonjour ${nom},

[#if de?has_content]${de}, qui organise « ${titre} »[#else]Les personnes qui organisent « ${titre} »[/#if], ${quand}, vous [#if de?has_content]écrit[#else]écrivent[/#if] :

${message}

--
[#if joint]Répondez simplement à ce message : votre réponse va aux personnes qui organisent.
[/#if]Vous ne venez plus ?
${rendre}
