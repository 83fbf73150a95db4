<h1>[#-- a bean that only its own Java class has --]${model.recentPosts?first}</h1>
