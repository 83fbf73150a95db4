[#-- À qui répond. nom, courriel, sujet, message, adresse de la page concernée (facultative) --]
${nom} vous écrit : ${sujet}
Bonjour,

${nom} vous écrit par le portail, à propos de « ${sujet} »[#if adresse?has_content]
(${adresse})[/#if] :

${message}

--
Répondez simplement à ce message : il part à ${courriel}.
