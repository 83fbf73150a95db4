<p>avant ${content.absent}</p>
