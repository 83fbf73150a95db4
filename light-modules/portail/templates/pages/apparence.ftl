[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#-- The colours that somebody chose for the site, after those of the theme. --]
[#assign done = ctx.response.setContentType("text/css")!"" own = (page.home.couleurs)!{}]
:root {
[#list ["sun", "poppy", "cornflower", "meadow", "wisteria", "pond", "rose"] as name][#if (own[name]!"")?matches("#[0-9a-f]{6}")]  --${name}: ${own[name]};
[/#if][/#list]}
