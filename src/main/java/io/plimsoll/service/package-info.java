/**
 * The service: retailers, staff and programs meet here, over HTTP, on a database. Each room below is one capability;
 * only these rooms know the container, JPA and HTTP.
 */
package io.plimsoll.service;
