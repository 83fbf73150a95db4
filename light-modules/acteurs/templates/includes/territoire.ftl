[#import "/portail/templates/includes/host.ftl" as host]

[#--
  The territory as it is drawn, from the vocabulary of the communes: each has its plot (fill, middle, point it is drawn around, outline),
  and /territoire the frame around them. Without a territory there are no plots.
--]
[#assign frame = host.byPath("/territoire", "vocabulaires") communes = host.byPath("/communes", "vocabulaires")]
[#assign width = frame.largeur!1000 height = frame.hauteur!1000 kilometre = frame.kilometre!1 bushes = frame.buissons!"" hedge = frame.haie!0 source = frame.source!""]
[#-- A plot that is none leaves its commune without one: numbers, then the path of its outline. --]
[#assign plot = r"[0-9]+(\|-?[0-9]+(\.[0-9]+)?){4}\|[A-Za-z0-9 .,-]+"]
[#assign drawn = (frame?has_content && communes?has_content)?then(host.children(communes), [])?filter(one -> one.codeInsee?has_content && (one.parcelle!"")?matches(plot))]

[#-- The communes by INSEE code, in the order of the vocabulary. --]
[#assign cells = ("{" + drawn?map(one -> entry(one, one.parcelle?split("|")))?join(",") + "}")?eval_json]

[#-- So many plots, or such small ones, that names and bushes would cover all. --]
[#assign isCrowded = cells?size gt 120 || (hedge gt 0 && hedge lt 6)]

[#-- So few that their names are written large. --]
[#assign isSmall = cells?size lte 12]

[#function entry one plot][#return '"${one.codeInsee?json_string}": {"nom": "${(one.titre!one.@name)?json_string}", "slug": "${one.@name?json_string}", "fill": ${plot[0]}, "x": ${plot[1]}, "y": ${plot[2]}, "bourgX": ${plot[3]}, "bourgY": ${plot[4]}, "d": "${plot[5]?json_string}"}'][/#function]

[#-- Where a place of a commune lies on the drawing; parts of a territory that are far away are drawn nearer. --]
[#function point lat lon commune]
  [#if frame.gauche??][#return {"x": (lon * frame.est - frame.gauche)?round, "y": (-lat * frame.nord - frame.haut)?round}][/#if]
  [#local cell = cells[commune.codeInsee!""]!{}]
  [#if !cell?has_content || !commune.latitude?? || !commune.longitude??][#return {"x": -1, "y": -1}][/#if]
  [#return {"x": (cell.bourgX + (lon - commune.longitude) * frame.est)?round, "y": (cell.bourgY - (lat - commune.latitude) * frame.nord)?round}]
[/#function]
