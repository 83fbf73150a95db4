[#-- À qui répond. nom, courriel, sujet, pour (la personne, quand c’est à elle qu’on écrit), message, adresse de la page concernée (facultative) --]
[#if pour?has_content]${nom} vous écrit[#else]${nom} vous écrit : ${sujet}[/#if]
Bonjour,

${nom} vous écrit par le portail[#if !pour?has_content], à propos de « ${sujet} »[/#if][#if adresse?has_content]
(${adresse})[/#if] :

${message}

--
Répondez simplement à ce message : il part à ${courriel}.
