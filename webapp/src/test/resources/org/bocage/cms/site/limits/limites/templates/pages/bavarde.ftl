[#list 1.. as i]Une phrase qui revient sans cesse, et encore, et toujours.[/#list]
