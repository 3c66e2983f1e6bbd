package estimate

import "yttra/app/cost"

// purchase tells what is to be bought for, how, and what the law asks.
func (p *printer) purchase(r cost.Result) {}
