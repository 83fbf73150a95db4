[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/integre.ftl" as integre]
[#-- All that frames are drawn with, in one style sheet: the theme, the colours of the association, those of the site around. --]
[#include "/portail/webresources/css/tokens.css" parse=false]
[#include "/portail/templates/pages/apparence.ftl"]
[#include "/portail/webresources/css/integre.css" parse=false]
[#assign done = ctx.response.setContentType("text/css")!""]
[#if integre.askedColour("fond")?has_content && !integre.colourProblem()?has_content]
[#assign ground = "#" + integre.askedColour("fond") ink = "#" + integre.askedColour("texte") links = "#" + integre.askedColour("liens")]
[#assign isDark = host.contrast(ground, "#ffffff") gt host.contrast(ground, "#000000")]
:root {
  color-scheme: ${isDark?then("dark", "light")};
  --ground: ${ground};
  --paper: ${ground};
  --soft: ${ground};
  --ink: ${ink};
  --ink-soft: ${ink};
  --accent: ${links};
  --alert: ${ink};
  --line: color-mix(in srgb, ${ink} 25%, ${ground});
  --button: ${links};
  --on-button: ${ground};
}
@media (prefers-color-scheme: dark) {
:root:where(:not([data-scheme="light"])) {
  color-scheme: ${isDark?then("dark", "light")};
}
}
[/#if]
