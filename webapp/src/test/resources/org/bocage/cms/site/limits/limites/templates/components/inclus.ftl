<p>encore</p>[#include "/limites/templates/components/inclus.ftl"]
