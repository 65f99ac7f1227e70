// Each file of tests begins without the preferences that another one left.
localStorage.clear()
