[#import "/portail/templates/includes/host.ftl" as host]
[#-- No page of its own: its address leads to the page above it. --]
[#assign above = cmsfn.parent(content, "mgnl:page")!{}]
[@host.redirectPermanently (above.@path)?has_content?then(host.link(above), ctx.contextPath + "/") /]
