package org.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The application's pool; a connection taken while counting is on is looked at, any other costs nothing. */
final class CountedDataSource extends DelegatingDataSource {

    private final Counting counting;
    private final DataSource looked;

    CountedDataSource(DataSource pool, Counting counting) {
        super(pool);
        this.counting = counting;
        this.looked = ProxyDataSourceBuilder.create(pool).listener(counting).build();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting.isOn() ? looked.getConnection() : super.getConnection();
    }
}
