// Stands in for a style sheet in unit tests, where no page is painted.
module.exports = {};
