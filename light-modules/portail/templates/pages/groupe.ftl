[#import "/portail/templates/includes/host.ftl" as host]
[#-- No page of its own: its address leads to the page above it. --]
[@host.redirectPermanently host.link(cmsfn.encode(cmsfn.parent(content))) /]
