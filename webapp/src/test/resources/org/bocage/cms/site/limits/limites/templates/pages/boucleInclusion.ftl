encore [#include "/limites/templates/pages/boucleInclusion.ftl"]
