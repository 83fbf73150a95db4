package org.bocage.cms.repository.document;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Connections that are kept open for one store, and what is known of the database from those who wait for one. */
final class StoreConnections extends HikariDataSource {

    private final Outage outage;

    StoreConnections(HikariConfig config, Outage outage) {
        super(config);
        this.outage = outage;
    }

    @Override
    public Connection getConnection() throws SQLException {
        HikariPoolMXBean pool = getHikariPoolMXBean();
        // the pool goes on by itself to make one, so that there is one to be had once the database is back
        outage.check(pool.getIdleConnections() > 0);
        try {
            Connection connection = super.getConnection();
            outage.end();
            return connection;
        } catch (SQLTransientConnectionException e) {
            outage.begin(pool.getTotalConnections() < getMaximumPoolSize());
            throw Outage.unreachable(e);
        }
    }
}
