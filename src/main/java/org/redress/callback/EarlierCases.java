package org.redress.callback;

/** Port: what the company knows of a customer's complaints before this call. */
public interface EarlierCases {

    int count(long customerId);
}
